type Params = Record<string, string | string[] | undefined>;

/** The name of a route, with parameters as in its file name: `GET /api/admin/projects/[id]`. */
export function routeName(method: string, pathname: string, params: Params): string {
  const named = Object.entries(params).flatMap(([name, value]) => [value ?? []].flat().map((text) => ({ name, text })));
  const segments = pathname.split('/').map((segment) => {
    const at = named.findIndex(({ text }) => text === segment || encodeURIComponent(text) === segment);
    const [param] = at < 0 ? [] : named.splice(at, 1);
    return param ? `[${param.name}]` : segment;
  });
  return `${method} ${segments.join('/')}`;
}

/**
 * The name of an action, of which only the page's address is known: `action /admin/projects/[…]`. Fixed segments are kept;
 * ids, tokens of links and names of tenants are replaced.
 */
export function actionName(address: string): string {
  const [pathname = ''] = address.split('?', 1);
  const segments = pathname.split('/').map((segment, at, all) => {
    const isWord = /^[a-z]{0,20}(?:-[a-z]{1,20}){0,3}$/.test(segment);
    return isWord && !/^(?:invitation|reset-password|setup|showcase|stop-mails)$/.test(all[at - 1] ?? '')
      ? segment
      : '[…]';
  });
  return `action ${segments.join('/')}`;
}
