import type { Ctx } from '../../context.ts';
import type { Env } from '../../env.ts';

/** The types of every router: `c.env` is the Worker's bindings, `c.get('ctx')` is who asks for what. */
export interface AppEnv {
  Bindings: Env;
  Variables: {
    ctx: Ctx;
    requestId: string;
  };
}
