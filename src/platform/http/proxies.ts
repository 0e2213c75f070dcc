import { BlockList, isIP } from 'node:net';

/** Whether an address is that of a proxy of this installation; `undefined`, a connection without an address, is this machine. */
export type Proxies = (address: string | undefined) => boolean;

/** This machine alone. */
export const thisMachine: Proxies = (address) => address === undefined || address === '::1' || address.startsWith('127.') || address.startsWith('::ffff:127.');

/** This machine and the given addresses and networks (10.0.0.7, 10.1.0.0/16, fd00::/8). Undefined when one of them is neither. */
export function proxiesOf(list: readonly string[]): Proxies | undefined {
  const known = new BlockList();
  for (const entry of list) {
    const [address = '', bits, more] = entry.split('/');
    const family = isIP(address) === 6 ? 'ipv6' : isIP(address) === 4 ? 'ipv4' : undefined;
    if (!family || more !== undefined) return undefined;
    if (bits === undefined) known.addAddress(address, family);
    else if (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 'ipv4' ? 32 : 128)) known.addSubnet(address, Number(bits), family);
    else return undefined;
  }
  return (address) => {
    if (address === undefined || thisMachine(address)) return true;
    const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
    const family = isIP(plain);
    return family !== 0 && known.check(plain, family === 6 ? 'ipv6' : 'ipv4');
  };
}
