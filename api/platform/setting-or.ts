/** A whole number from the environment; anything else is the default. */
export function settingOr(setting: string | undefined, fallback: number): number {
  return setting !== undefined && /^\d{1,9}$/.test(setting) ? Number(setting) : fallback;
}
