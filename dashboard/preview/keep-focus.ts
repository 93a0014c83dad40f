/**
 * Keeps the chat from taking the focus out of the settings form each time it is drawn anew: until
 * somebody touches the preview itself, nothing in it can be focused by script.
 */
export function keepFocusOutside(page: Window & typeof globalThis): void {
  const { prototype } = page.HTMLElement;
  const { focus } = prototype;
  prototype.focus = () => {};
  const allow = () => {
    prototype.focus = focus;
  };
  for (const touch of ['pointerdown', 'keydown']) {
    page.addEventListener(touch, allow, { once: true, capture: true });
  }
}
