export { type CsvFile, type Encoding, mostRows, readCsv, type Unreadable } from '#app/platform/files/csv-file.ts';

/** Both files of one import together, in bytes. */
export const largestUpload = 20 * 1024 * 1024;
