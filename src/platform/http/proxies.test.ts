import { expect, test } from 'vitest';
import { proxiesOf } from './proxies.ts';
import { visitorAddress } from './read-request.ts';

test('a proxy on this machine is believed, a stranger who claims to be one is not', () => {
  expect(visitorAddress('127.0.0.1', '198.51.100.7')).toBe('198.51.100.7');
  expect(visitorAddress('203.0.113.9', '198.51.100.7')).toBe('203.0.113.9');
  expect(visitorAddress('127.0.0.1', undefined)).toBeUndefined();
});

test('of a chain of proxies the last address that is none of them is the visitor’s, whatever the visitor wrote before it', () => {
  const proxies = proxiesOf(['10.1.0.0/16', 'fd00::/8', '192.0.2.4']);
  expect(visitorAddress('10.1.2.3', '1.1.1.1, 198.51.100.7, 192.0.2.4', proxies)).toBe('198.51.100.7');
  expect(visitorAddress('::ffff:10.1.2.3', '198.51.100.7', proxies)).toBe('198.51.100.7');
  expect(visitorAddress('fd00::12', '2001:db8::1', proxies)).toBe('2001:db8::1');
  expect(visitorAddress('10.2.0.1', '198.51.100.7', proxies)).toBe('10.2.0.1');
});

test('what is neither an address nor a network is refused', () => {
  for (const entry of ['proxy.internal', '10.0.0.0/33', '10.0.0.0/8/8', '10.0.0/8', 'fd00::/129', '10.0.0.0/x']) expect(proxiesOf([entry]), entry).toBeUndefined();
});
