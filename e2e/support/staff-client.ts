/** Speaks the API as a person of the demo company who has logged in. */
export async function staffClient(url: string, email = 'owner@rivera.example') {
  const send = (method: string, path: string, body: unknown, cookie: string) =>
    fetch(url + path, {
      method,
      headers: { 'Content-Type': 'application/json', Origin: url, Cookie: cookie },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  const login = { email, password: 'demo-password' };
  const response = await send('POST', '/api/auth/login', login, '');
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? '';
  const call = (method: string, path: string, body?: unknown) => send(method, path, body, cookie);
  return Object.assign(call, { cookie });
}
