import { XMLBuilder } from 'fast-xml-parser';
import type { Format } from './documents.ts';

const changeset = '2026-11-24T10:00:00-05:00';

/** Where the interface is and in which forms; production and test are one here, because a demonstration is the test. */
export function discoveryDocument(format: Format, baseUrl: string): string {
  const contact = `${baseUrl}/en/plan/about`;
  const endpoint = (type: string) => ({ specification: 'http://wiki.open311.org/GeoReport_v2', url: `${baseUrl}/open311/v2`, changeset, type, formats: ['text/xml', 'application/json'] });
  const endpoints = [endpoint('production'), endpoint('test')];
  const keys = `${baseUrl}/en/plan/about`;
  if (format === 'json') return JSON.stringify({ changeset, contact, key_service: keys, endpoints });
  const inXml = { discovery: { changeset, contact, key_service: keys, endpoints: { endpoint: endpoints.map((one) => ({ ...one, formats: { format: one.formats } })) } } };
  return `<?xml version="1.0" encoding="utf-8"?>${new XMLBuilder({}).build(inXml)}`;
}
