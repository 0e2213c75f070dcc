/** What an operator may tune: written once into postgresql.conf by initdb. */
export const initialSettings: Readonly<Record<string, string>> = {
  shared_buffers: '128MB',
  max_connections: '60',
  wal_keep_size: '256MB',
  timezone: 'UTC',
  log_timezone: 'UTC',
};

/** What the program answers for, given on the command line at each start so that no edited file takes it away. */
export function startSettings(options: { socketDirectory: string; fast: boolean }): Record<string, string> {
  const durable = options.fast ? 'off' : 'on';
  return {
    listen_addresses: '',
    unix_socket_directories: options.socketDirectory,
    unix_socket_permissions: '0700',
    port: '5432',
    fsync: durable,
    synchronous_commit: durable,
    full_page_writes: durable,
    logging_collector: 'off',
    log_destination: 'stderr',
    log_line_prefix: '%m [%p] ',
    // No personal data in the log: neither statements nor their parameters, nor the DETAIL of an error, which quotes rows.
    log_statement: 'none',
    log_min_error_statement: 'panic',
    log_min_duration_statement: '-1',
    log_parameter_max_length: '0',
    log_parameter_max_length_on_error: '0',
    log_error_verbosity: 'terse',
  };
}

/**
 * Errors of sessions quote values even in their first line ("invalid input syntax for type uuid: …"), and reach the client anyway;
 * so sessions log nothing below LOG, while the server's own processes (checkpointer, recovery) still log their errors.
 * A setting for all roles is the only place that makes this difference.
 */
export const quietSessions = "alter role all set log_min_messages = 'log'";

export function asArguments(settings: Readonly<Record<string, string>>): string[] {
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}
