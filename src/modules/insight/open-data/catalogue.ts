import type { Bilingual } from '#app/platform/language/language.ts';
import type { FigureSeries } from '../figure/series.ts';
import { indicatorPaths } from '../indicator/paths.ts';
import { firstKnown, lastChange, texts } from './files.ts';
import type { OpenIndicator } from './indicators.ts';
import { csvOf, jsonOf, metadataOf, openDataPaths } from './paths.ts';
import type { Terms } from './queries.ts';
import { openDataWords } from './words.ts';

const context = {
  dcat: 'http://www.w3.org/ns/dcat#', dct: 'http://purl.org/dc/terms/', foaf: 'http://xmlns.com/foaf/0.1/', vcard: 'http://www.w3.org/2006/vcard/ns#', xsd: 'http://www.w3.org/2001/XMLSchema#', skos: 'http://www.w3.org/2004/02/skos/core#',
} as const;
const day = (value: string) => ({ '@value': value, '@type': 'xsd:date' });
const languages = ['en', 'fr'].map((code) => ({ '@id': `http://publications.europa.eu/resource/authority/language/${code === 'en' ? 'ENG' : 'FRA'}` }));

/** The catalogue after the W3C's Data Catalog Vocabulary, version 3, as JSON-LD: every series as a dataset with its CSV and JSON, and every indicator as one of its own. */
export function catalogueOf(series: readonly FigureSeries[], terms: Terms, publisher: Bilingual, baseUrl: string, indicators: readonly OpenIndicator[] = []) {
  const at = (path: string) => `${baseUrl}${path}`;
  const agent = { '@id': at('/#publisher'), '@type': 'foaf:Agent', 'foaf:name': texts(publisher) };
  const contact = { '@type': 'vcard:Kind', 'vcard:fn': publisher.en, 'vcard:hasEmail': { '@id': `mailto:${terms.contact}` } };
  return {
    '@context': context, '@id': at(openDataPaths.catalogue), '@type': 'dcat:Catalog', 'dct:title': texts({ en: openDataWords.en.title, fr: openDataWords.fr.title }), 'dct:description': texts({ en: openDataWords.en.lead, fr: openDataWords.fr.lead }),
    'dct:publisher': agent, 'dct:license': { '@id': terms.url }, 'dct:language': languages, 'foaf:homepage': { '@id': at(`/en${openDataPaths.page}`) },
    ...(series.length === 0 ? {} : { 'dct:issued': day(series.map(firstKnown).toSorted()[0] ?? ''), 'dct:modified': day(series.map(lastChange).toSorted().at(-1) ?? '') }),
    'dcat:dataset': [...series.map((one) => datasetOf(one)), ...indicators.map((one) => indicatorOf(one))],
  };

  function datasetOf(one: FigureSeries) {
    const from = one.figures.flatMap(({ periodFrom }) => periodFrom ?? []).toSorted()[0];
    const to = one.figures.flatMap(({ periodTo }) => periodTo ?? []).toSorted().at(-1);
    const places = [...new Map(one.figures.map((figure) => [figure.place, figure.geography])).values()];
    return {
      '@id': at(`/insight/open-data/${one.slug}#dataset`), '@type': 'dcat:Dataset', 'dct:identifier': one.slug, 'dct:title': texts(one.definition.name), 'dct:description': texts(one.definition.text), 'dct:publisher': agent, 'dcat:contactPoint': contact, 'dct:license': { '@id': terms.url }, 'dct:language': languages,
      'dct:issued': day(firstKnown(one)), 'dct:modified': day(lastChange(one)), 'dcat:version': String(one.definition.version), 'dcat:landingPage': { '@id': at(`/en/plan/figures#${one.slug}`) }, ...(one.definition.domain ? { 'dcat:keyword': [one.definition.domain] } : {}),
      ...(from && to ? { 'dct:temporal': { '@type': 'dct:PeriodOfTime', 'dcat:startDate': day(from), 'dcat:endDate': day(to) } } : {}), 'dct:spatial': places.map((place) => ({ '@type': 'dct:Location', 'skos:prefLabel': texts(place) })),
      'dcat:distribution': [
        distribution(one.definition.name, openDataPaths.file(csvOf(one.slug)), 'CSV', 'text/csv', { 'dct:conformsTo': { '@id': 'https://www.w3.org/TR/tabular-metadata/' }, 'foaf:page': { '@id': at(openDataPaths.file(metadataOf(one.slug))) } }),
        distribution(one.definition.name, openDataPaths.file(jsonOf(one.slug)), 'JSON', 'application/json', {}),
      ],
    };
  }

  function indicatorOf({ indicator, changed, place, sources }: OpenIndicator) {
    const { slug, name } = indicator;
    return {
      '@id': at(`${indicatorPaths.oneData(slug)}#dataset`), '@type': 'dcat:Dataset', 'dct:identifier': `indicator/${slug}`, 'dct:title': texts(name), 'dct:description': texts(indicator.outcome), 'dct:publisher': agent, 'dcat:contactPoint': contact, 'dct:license': { '@id': terms.url }, 'dct:language': languages,
      'dct:issued': day(indicator.knownFrom), 'dct:modified': day(changed), 'dcat:version': String(indicator.version), 'dcat:landingPage': { '@id': at(`/en${indicatorPaths.one(slug)}`) }, 'dcat:keyword': ['indicator', indicator.domain], 'dct:spatial': [{ '@type': 'dct:Location', 'skos:prefLabel': texts(place) }],
      // The figures that it reads are a dataset of their own.
      'dct:relation': { '@id': at(`/insight/open-data/${indicator.series}#dataset`) }, ...(sources.length > 0 ? { 'dct:source': sources.map((url) => ({ '@id': url })) } : {}),
      'dcat:distribution': [distribution(name, indicatorPaths.values(slug), 'CSV', 'text/csv', {}), distribution(name, indicatorPaths.oneData(slug), 'JSON', 'application/json', {})],
    };
  }

  function distribution(name: Bilingual, path: string, format: string, type: string, more: object) {
    const address = { '@id': at(path) };
    return { '@id': at(`${path}#distribution`), '@type': 'dcat:Distribution', 'dct:title': `${name.en} (${format})`, 'dcat:accessURL': address, 'dcat:downloadURL': address, 'dcat:mediaType': { '@id': `https://www.iana.org/assignments/media-types/${type}` }, 'dct:format': format, 'dct:license': { '@id': terms.url }, ...more };
  }
}
