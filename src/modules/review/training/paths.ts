/** Addresses of training, without the language. */
export const trainingPaths = {
  list: '/review/training',
  course: (id: string) => `/review/training/courses/${id}`,
  office: '/review/training/office',
  addCourse: '/review/training/office/courses/new',
  changeCourse: (id: string) => `/review/training/office/courses/${id}`,
  addSession: '/review/training/office/sessions/new',
  changeSession: (id: string) => `/review/training/office/sessions/${id}`,
  units: '/review/training/office/units',
} as const;
