import { z } from 'zod';
import type { ApiDocument, Operation } from '../complete-document.ts';
import type { JsonSchema } from '../example-of.ts';

/** Every route of the document, named "POST /api/leads". */
export function operationsOf(document: ApiDocument) {
  return Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]: [string, Operation]) => {
      const verb = method.toUpperCase();
      return { name: `${verb} ${path}`, method: verb, path, operation };
    }),
  );
}

/** A schema of the document as one that checks values. */
export function schemaOf(document: ApiDocument, schema: JsonSchema): z.ZodType {
  const $defs = document.components.schemas;
  const text = JSON.stringify({ ...schema, $defs });
  return z.fromJSONSchema(JSON.parse(text.replaceAll('#/components/schemas/', '#/$defs/')));
}
