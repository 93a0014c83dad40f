import type { AssistantTools } from '../assistant.ts';
import { quoteForModel } from './quote-for-model.ts';
import { stripHidden } from './strip-hidden.ts';
import type { ToolCall } from './tool-call.ts';
import { TOOL_INPUTS, type ToolName } from './tool-definitions.ts';

/**
 * Carries out one call and returns what the model is told, as JSON. A wrong call is told as an error
 * that says what is wrong; an error of the tool itself is thrown.
 */
export async function runToolCall(
  call: ToolCall,
  tools: AssistantTools,
  locale: string,
): Promise<string> {
  const args = parseArguments(call.args);
  if (args === undefined) return problem('The arguments are not valid JSON.');
  if (!Object.hasOwn(TOOL_INPUTS, call.name)) {
    return problem(
      `There is no tool ${call.name.slice(0, 40)}; there are ${Object.keys(TOOL_INPUTS).join(', ')}.`,
    );
  }
  return JSON.stringify(await perform(call.name as ToolName, args, tools, locale));
}

async function perform(
  name: ToolName,
  args: unknown,
  tools: AssistantTools,
  locale: string,
): Promise<Record<string, unknown>> {
  if (name === 'get_quote') {
    const input = TOOL_INPUTS.get_quote.safeParse(args);
    if (!input.success) return wrong(input.error.issues);
    const outcome = await tools.getQuote(input.data);
    if (!outcome.ok) return { error: outcome.problem, missing: outcome.missing };
    return { quote: quoteForModel(outcome.quote, locale) };
  }
  if (name === 'save_customer_details') {
    const input = TOOL_INPUTS.save_customer_details.safeParse(args);
    if (!input.success) return wrong(input.error.issues);
    const told = Object.entries(input.data).filter(([, text]) => text !== undefined);
    return tools.saveCustomerDetails(
      Object.fromEntries(told.map(([k, v]) => [k, stripHidden(String(v))])),
    );
  }
  const input = TOOL_INPUTS.request_human.safeParse(args);
  if (!input.success) return wrong(input.error.issues);
  await tools.requestHuman(input.data.reason);
  return { ok: true };
}

function parseArguments(text: string): unknown {
  try {
    return JSON.parse(text || '{}', wellFormed);
  } catch {
    return undefined;
  }
}

/** Half of a surrogate pair, which JSON can write, cannot be stored. */
const wellFormed = (_key: string, value: unknown) =>
  typeof value === 'string' ? value.toWellFormed() : value;

function wrong(issues: { path: PropertyKey[]; message: string }[]): { error: string } {
  const said = issues.map(({ path, message }) => `${path.join('.') || 'arguments'}: ${message}`);
  return { error: `Wrong arguments. ${said.join('; ')}` };
}

const problem = (error: string) => JSON.stringify({ error });
