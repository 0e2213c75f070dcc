/** Whether `text` names a party that anchors can be sent to: `mailto:address`, `file:///folder/` or `https://…`; `http:` on this machine only. */
export function isParty(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, pathname } = new URL(text);
  if (protocol === 'mailto:') return /^[^@\s]+@[^@\s]+$/.test(decodeURIComponent(pathname));
  if (protocol === 'file:') return pathname.length > 1;
  return protocol === 'https:' || (protocol === 'http:' && ['localhost', '127.0.0.1', '[::1]'].includes(hostname));
}
