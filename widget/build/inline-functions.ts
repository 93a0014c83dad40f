import { minify } from 'terser';
import type { Plugin } from 'vite';

/**
 * Puts functions and constants that are used once where they are used, and leaves the rest of the
 * work to the minifier that follows. Reads of properties stay: reading a signal subscribes to it.
 */
export async function inlineFunctions(source: string): Promise<string> {
  const { code } = await minify(source, {
    module: true,
    mangle: false,
    compress: {
      defaults: false,
      evaluate: true,
      inline: true,
      reduce_funcs: true,
      reduce_vars: true,
      unused: true,
      passes: 2,
    },
  });
  return code as string;
}

export function inlinedFunctions(): Plugin {
  return {
    name: 'inlined-functions',
    renderChunk: async (source) => ({ code: await inlineFunctions(source), map: null }),
  };
}
