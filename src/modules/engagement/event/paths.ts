/** Addresses of public meetings, without the language. */
export const eventPaths = {
  list: '/engagement/events',
  show: (slug: string) => `/engagement/events/${slug}`,
  calendar: (slug: string) => `/engagement/events/${slug}/calendar.ics`,
  register: (slug: string) => `/engagement/events/${slug}/register`,
  own: '/engagement/events/registration',
  changeOwn: '/engagement/events/registration/change',
  cancelOwn: '/engagement/events/registration/cancel',
  office: '/engagement/events/office',
  add: '/engagement/events/office/new',
  keep: (id: string) => `/engagement/events/office/${id}`,
  step: (id: string, step: 'edit' | 'cancel' | 'attendance' | 'door' | 'notes' | 'consultation') => `/engagement/events/office/${id}/${step}`,
  removeNote: (id: string, note: string) => `/engagement/events/office/${id}/notes/${note}/remove`,
} as const;
