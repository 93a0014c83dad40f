/** Mexico's mobile numbers had a 1 behind the 52 until 2019; people still write it. Other text is left as it is. */
export const withoutOldMobile = (written: string): string =>
  written.replace(/^(\s*(?:\+|00|011)\s?52)[\s.-]*1(?=(?:\D*\d){10}\D*$)/, '$1');
