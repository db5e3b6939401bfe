/**
 * The directive that lets a page connect to the host it came from and to no other. Older browsers do not apply `'self'` to
 * WebSockets of the same host, so these are named, where the caller's `Host` is one.
 */
export function connectionsTo(host: string | undefined): string {
  const sockets = /^[\w.:[\]-]{1,255}$/.test(host ?? "") ? ` ws://${host} wss://${host}` : "";
  return `connect-src 'self'${sockets}`;
}
