export type Made = { readonly client: string; readonly stay: string; readonly bad: readonly string[]; readonly good: { readonly clients: number; readonly stays: number } };

const head = ['ClientID', 'FirstName', 'LastName', 'DOB', 'PreferredLanguage', 'ConsentType', 'ServiceProvider', 'StartDate'];
const eventHead = ['ClientID', 'ServiceID', 'ServiceType', 'OrganizationName', 'DateStart', 'DateEnd'];

/**
 * Made-up clients and stays, one row in a hundred bad, each bad in another way by turns; `bad` names every row that must be refused with its reason
 * ("client 101 bad-date"), with the stays of bad clients.
 */
export function makeFiles(clients: number, stays: number): Made {
  const bad: string[] = [];
  const refused = new Set<number>();
  const badClient = ['bad-date', 'no-name', 'future', 'unknown-provider', 'columns'] as const;
  const people = Array.from({ length: clients }, (_, index) => {
    const row = [`S${index}`, `Given${letters(index)}`, `Family${letters(index * 7919)}`, day(index * 37, 1950), index % 3 === 0 ? 'French' : 'English', index % 2 === 0 ? 'Coordinated Access' : '', index % 2 === 0 ? 'north' : '', index % 2 === 0 ? '2019-01-01' : ''];
    if (index % 100 !== 99) return row;
    const reason = badClient[Math.floor(index / 100) % badClient.length] ?? 'columns';
    bad.push(`client ${index + 2} ${reason}`);
    refused.add(index);
    if (reason === 'bad-date') row[3] = '1990-13-45';
    if (reason === 'no-name') row[2] = '';
    if (reason === 'future') row[3] = '2031-01-01';
    if (reason === 'unknown-provider') row.splice(5, 3, 'Explicit', 'No such agency', '2019-01-01');
    return reason === 'columns' ? [...row, 'more'] : row;
  });
  const badStay = ['end-before-start', 'unknown-client', 'unknown-kind', 'bad-date', 'no-start'] as const;
  const events = Array.from({ length: stays }, (_, index) => {
    const owner = index % clients;
    const start = day(index * 11, 2014);
    const row = [`S${owner}`, `E${index}`, index % 4 === 3 ? 'Encampment' : 'Stay', `Place ${index % 9}`, start, index % 5 === 4 ? '' : start];
    if (index % 100 === 50) {
      const reason = badStay[Math.floor(index / 100) % badStay.length] ?? 'no-start';
      bad.push(`stay ${index + 2} ${reason}`);
      if (reason === 'end-before-start') row[5] = '1999-01-01';
      if (reason === 'unknown-client') row[0] = 'nobody';
      if (reason === 'unknown-kind') row[2] = 'Moon';
      if (reason === 'bad-date') row[4] = 'soon';
      if (reason === 'no-start') row[4] = '';
    } else if (refused.has(owner)) bad.push(`stay ${index + 2} client-refused`);
    return row;
  });
  const count = (kind: string) => bad.filter((one) => one.startsWith(kind)).length;
  return {
    client: [head, ...people].map((row) => row.join(',')).join('\n'),
    stay: [eventHead, ...events].map((row) => row.join(',')).join('\n'),
    bad: bad.sort(), good: { clients: clients - count('client'), stays: stays - count('stay') },
  };
}

const letters = (n: number) => [...String(n % 100_000)].map((digit) => String.fromCharCode(97 + Number(digit))).join('');
const day = (n: number, from: number) => new Date(Date.UTC(from, 0, 1 + (n % 1800))).toISOString().slice(0, 10);
