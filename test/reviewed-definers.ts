/** Functions that run in the rights of the owner, each read for what it gives away. A new one is added here by a reviewer. */
export const reviewedDefiners: readonly string[] = [
  'identity.open_session_context',
  'platform.context_mac',
  'platform.ctx',
  'platform.open_context',
  'platform.seal_audit',
  'platform.take_rate',
  'platform.write_audit',
];
