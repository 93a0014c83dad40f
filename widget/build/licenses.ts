import { fileURLToPath } from 'node:url';

/** What the built files contain beside our own code. */
const INSIDE = ['preact', 'lucide'];

/** The licences of everything inside the widget, as one text. */
export async function licenses(read: (path: string) => Promise<string>): Promise<string> {
  const texts = INSIDE.map(async (name) => {
    const path = fileURLToPath(new URL(`../../node_modules/${name}/LICENSE`, import.meta.url));
    return `${name}\n\n${await read(path)}`;
  });
  return (await Promise.all(texts)).join(`\n${'-'.repeat(72)}\n\n`);
}
