import type { ChatCompletionTool } from 'openai/resources/chat/completions';
import { z } from 'zod';

/** Models write numbers where text is asked for; both mean the same. */
const value = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const short = z.string().trim().min(1).max(300);
/** An empty or null field says that nothing is known of it. */
const detail = z.preprocess(
  (text) => (text === null || text === '' ? undefined : text),
  short.optional(),
);

/** What each tool takes. Unknown fields are dropped. */
export const TOOL_INPUTS = {
  get_quote: z.object({
    service: short,
    inputs: z.record(z.string(), value).default({}),
  }),
  save_customer_details: z
    .object({ name: detail, email: detail, phone: detail, address: detail })
    .refine((details) => Object.values(details).some(Boolean), 'give at least one detail'),
  request_human: z.object({ reason: z.string().max(500).default('') }),
};

export type ToolName = keyof typeof TOOL_INPUTS;

const text = (description: string) => ({ type: 'string', description });

const tool = (
  name: ToolName,
  description: string,
  properties: Record<string, unknown>,
  required: string[],
): ChatCompletionTool => ({
  type: 'function',
  function: { name, description, parameters: { type: 'object', properties, required } },
});

/** The tools as the provider is told of them. */
export const TOOLS: ChatCompletionTool[] = [
  tool(
    'get_quote',
    'Prices a service. The only source of amounts of money. Says what is missing when it cannot.',
    {
      service: text('Id of the service, as listed.'),
      inputs: {
        type: 'object',
        description: 'Input id to value, numbers as decimal text in the listed unit.',
        additionalProperties: { type: 'string' },
      },
    },
    ['service', 'inputs'],
  ),
  tool(
    'save_customer_details',
    'Notes how to reach the visitor. Only what they said of themselves.',
    {
      name: text('Their name.'),
      email: text('Their e-mail address.'),
      phone: text('Their phone number, as they wrote it.'),
      address: text('Where the work is to be done.'),
    },
    [],
  ),
  tool(
    'request_human',
    'Has a person of the team take over the conversation.',
    { reason: text('Why, in a few words for the team.') },
    ['reason'],
  ),
];
