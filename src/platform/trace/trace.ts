import { type Attributes, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';

const tracer = () => trace.getTracer('common-table');

/**
 * Runs `work` as a span below the present one. Without one there is none: what leaves no trace (a sealed report) opens no first span, so nothing below it
 * is traced either. Attributes are templates of routes, names of jobs and purposes; never an address, an id or a word of a person.
 */
export async function inSpan<T>(name: string, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return trace.getActiveSpan() === undefined ? await work() : await spanned(name, SpanKind.INTERNAL, attributes, work);
}

/** Runs `work` as the first span of a request or a job. Costs nothing where no OpenTelemetry SDK was loaded into the process. */
export async function inFirstSpan<T>(name: string, kind: 'server' | 'consumer', attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return await spanned(name, kind === 'server' ? SpanKind.SERVER : SpanKind.CONSUMER, attributes, work);
}

async function spanned<T>(name: string, kind: SpanKind, attributes: Attributes, work: () => Promise<T>): Promise<T> {
  return await tracer().startActiveSpan(name, { kind, attributes }, async (span) => {
    try {
      return await work();
    } catch (error) {
      // The message of an error can quote a row: only its kind is told.
      span.setStatus({ code: SpanStatusCode.ERROR });
      span.setAttribute('error.type', error instanceof Error ? error.name : typeof error);
      throw error;
    } finally {
      span.end();
    }
  });
}
