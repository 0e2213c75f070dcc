/** Addresses of the open data: the page has a language, the files have none. They stay as they are for good. */
export const openDataPaths = {
  page: '/insight/open-data',
  catalogue: '/insight/open-data/catalogue.jsonld',
  file: (name: string) => `/insight/open-data/${name}`,
} as const;
export const csvOf = (series: string): string => `${series}.csv`;
export const metadataOf = (series: string): string => `${series}.csv-metadata.json`;
export const jsonOf = (series: string): string => `${series}.json`;
