/** Addresses of applications, without the language. The code travels in a form, never in an address; a link of a mail carries its key as a query. */
export const applicationPaths = {
  begin: (call: string, category: number) => `/funding/calls/${call}/apply/${category}`,
  resume: '/funding/applications/resume',
  own: '/funding/applications/own',
  answer: '/funding/applications/own/answer',
  list: (call: string) => `/funding/applications/call/${call}`,
  export: (call: string) => `/funding/applications/call/${call}/applications.csv`,
  show: (id: string) => `/funding/applications/${id}`,
  people: (id: string) => `/funding/applications/${id}/people`,
  file: (id: string, file: string) => `/funding/applications/${id}/files/${file}`,
} as const;
