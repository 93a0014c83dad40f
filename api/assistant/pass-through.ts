/**
 * Passes an answer on with each piece changed, and with what is left to say at its end. Whoever stops
 * reading stops the source too.
 */
export async function* passThrough<T>(
  source: AsyncGenerator<string, T>,
  change: (piece: string) => string,
  rest: (end: T) => string,
): AsyncGenerator<string, T> {
  try {
    for (;;) {
      const step = await source.next();
      const text = step.done ? rest(step.value) : change(step.value);
      if (text) yield text;
      if (step.done) return step.value;
    }
  } finally {
    await source.return(undefined as T);
  }
}
