/** The fields that may be compared. There is no health card number and no social insurance number among them, on purpose. */
export const fieldNames = ['givenName', 'surname', 'dateOfBirth', 'sex', 'streetNumber', 'street', 'suburb', 'province', 'postcode', 'phone', 'email'] as const;

export type FieldName = (typeof fieldNames)[number];

/** One record of a person: an id that is unique among the records compared, and what is known; empty and absent mean unknown. */
export type PersonRecord = { readonly id: string } & { readonly [field in FieldName]?: string };

/** The place of each field in arrays of columns, levels and weights. */
export const at = {
  givenName: 0, surname: 1, dateOfBirth: 2, sex: 3, streetNumber: 4, street: 5, suburb: 6, province: 7, postcode: 8, phone: 9, email: 10,
} as const satisfies Readonly<Record<FieldName, number>>;

export const fieldCount = fieldNames.length;
