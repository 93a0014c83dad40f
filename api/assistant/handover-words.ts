/**
 * What joins a broken-off answer to the guided assistant's: it takes nothing back and claims nothing, so
 * that whatever follows fits. Closes Markdown that was left open.
 */
export function handoverWords(said: string, locale: 'en' | 'es'): string {
  const closing = (said.match(/\*\*/g)?.length ?? 0) % 2 === 1 ? '**' : '';
  const finished = /[.!?:…]["'”»)*_]*\s*$/.test(said);
  const sentence =
    locale === 'es'
      ? finished
        ? 'Permítame continuar desde aquí.'
        : 'Disculpe, se me cortó la frase. Permítame continuar desde aquí.'
      : finished
        ? 'Let me take it from here.'
        : 'Sorry, I was cut off there. Let me take it from here.';
  return `${closing}${finished ? '' : '…'}\n\n${sentence}\n\n`;
}
