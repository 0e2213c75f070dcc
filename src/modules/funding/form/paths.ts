/** Addresses of forms; `part` is a stage of reports, or `category-1` for the questions of an application. */
export const formPaths = {
  edit: (call: string, part: string) => `/funding/forms/${call}/${part}`,
  preview: (call: string, part: string) => `/funding/forms/${call}/${part}/preview`,
} as const;
