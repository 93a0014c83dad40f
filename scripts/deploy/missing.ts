/** What is known before a deployment. */
export interface DeployFacts {
  /** From wrangler.toml. */
  hyperdriveIds: string[];
  /** Names of the secrets that Cloudflare has; null when it did not tell (not logged in). */
  secrets: string[] | null;
}

const PLACEHOLDER = /^0+$/;

/** What has to be done first, one sentence each; empty when the Worker can be deployed. */
export function missingForDeploy(facts: DeployFacts): string[] {
  const missing: string[] = [];
  if (facts.hyperdriveIds.length === 0 || facts.hyperdriveIds.some((id) => PLACEHOLDER.test(id))) {
    missing.push(
      'wrangler.toml names no Hyperdrive of yours: make one (caching disabled) and put its id there.',
    );
  }
  if (facts.secrets === null) {
    missing.push(
      'Cloudflare did not tell which secrets are set: run `npx wrangler login`, or set ' +
        'CLOUDFLARE_API_TOKEN and CLOUDFLARE_ACCOUNT_ID.',
    );
  } else if (!facts.secrets.includes('TOKEN_SECRET')) {
    missing.push(
      'The secret TOKEN_SECRET is not set: run `openssl rand -hex 32 | npx wrangler secret put TOKEN_SECRET`.',
    );
  }
  return missing;
}

/** The names in the answer of `wrangler secret list`; null when it is no list. */
export function secretNames(output: string): string[] | null {
  const list = /\[[\s\S]*\]/.exec(output)?.[0];
  if (!list) return null;
  try {
    const secrets: { name: string }[] = JSON.parse(list);
    return secrets.map(({ name }) => name);
  } catch {
    return null;
  }
}
