import type { z } from 'zod';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent } from '@/lib/refusal';
import { isStorable } from '@/lib/text-input';

/** Bytes of a body that are read when an operation does not say otherwise. */
const defaultMaxBytes = 2_500_000;

function refusalOf(error: z.ZodError, what: string): Refusal {
  const faults = error.issues
    .slice(0, 100)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const first = faults[0];
  const where = first?.path ? `${first.path}: ` : '';
  return new Refusal(
    'invalid',
    `The ${what} does not hold. ${where}${first?.message ?? ''} Nothing was changed.`,
    faults,
  );
}

/** How deep lists and objects may lie in one another; nothing that is taken here comes near it. */
const deepest = 100;

/** Every string, keys too, that no database or XML file can hold, and what lies too deep to be looked at. */
function unstorable(value: unknown, path: string, faults: Fault[], depth = 0): Fault[] {
  if (faults.length >= 10) return faults;
  if (typeof value === 'string') {
    if (!isStorable(value))
      faults.push({
        path,
        message: 'It has a NUL or half of a character (a lone surrogate) in it.',
      });
  } else if (typeof value === 'object' && value !== null) {
    if (depth === deepest) {
      faults.push({ path, message: `It lies more than ${deepest} levels deep.` });
      return faults;
    }
    for (const [key, item] of Object.entries(value)) {
      if (!isStorable(key))
        faults.push({ path, message: 'A name in it has a NUL or a lone surrogate.' });
      // JavaScript’s own word, which would be left out silently.
      if (key === '__proto__') faults.push({ path, message: 'Nothing may be named __proto__.' });
      unstorable(item, path === '' ? key : `${path}.${key}`, faults, depth + 1);
    }
  }
  return faults;
}

function checked<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.infer<Schema> {
  const faults = unstorable(value, '', []);
  if (faults.length > 0) {
    throw new Refusal(
      'invalid',
      `The ${what} has something in it that cannot be stored. Nothing was changed.`,
      faults,
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refusalOf(parsed.error, what);
  return parsed.data;
}

/** The parts of the path; one that is not of its form cannot be there. */
export function readParams<Schema extends z.ZodType>(
  schema: Schema,
  params: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success || unstorable(params, '', []).length > 0) throw absent('thing');
  return parsed.data;
}

/** The query after `?`; a name given twice counts by its last value. */
export function readQuery<Schema extends z.ZodType>(schema: Schema, url: URL): z.infer<Schema> {
  return checked(schema, Object.fromEntries(url.searchParams), 'query');
}

/**
 * A body that is too large is read to its end and thrown away as far as this: many a client sends
 * all of it before it looks at the answer, and one whom we cut off would never see why.
 */
const maxDrained = 64 * 1024 * 1024;

/** The bytes of a body, or a refusal where they are more than `most`. */
export async function bytesUpTo(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal(
      'too-large',
      `The body is larger than the ${maxBytes.toLocaleString('en')} bytes that are taken here. Nothing was changed.`,
    );
  if (Number(request.headers.get('content-length') ?? 0) > maxDrained) throw tooLarge();
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.byteLength;
    if (size > maxDrained) throw tooLarge();
    if (size <= maxBytes) parts.push(part);
    else parts.length = 0;
  }
  if (size > maxBytes) throw tooLarge();
  return Buffer.concat(parts);
}

/** The JSON body, checked against `schema`; an empty one counts as `{}`. */
export async function readBody<Schema extends z.ZodType>(
  schema: Schema,
  request: Request,
  maxBytes = defaultMaxBytes,
): Promise<z.infer<Schema>> {
  const bytes = await bytesUpTo(request, maxBytes);
  if (bytes.byteLength === 0) return checked(schema, {}, 'body');
  const type = request.headers.get('content-type')?.split(';')[0]?.trim().toLowerCase() ?? '';
  if (type !== 'application/json' && !type.endsWith('+json')) {
    throw new Refusal(
      'unsupported',
      'The body must be JSON, with “content-type: application/json”. Nothing was changed.',
    );
  }
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new Refusal('unreadable', 'The body is not JSON in UTF-8. Nothing was changed.');
  }
  return checked(schema, value, 'body');
}

/** The version in `If-Match`, or null when any will do. */
export function readIfMatch(request: Request): number | null {
  const header = request.headers.get('if-match')?.trim();
  if (header === undefined || header === '*') return null;
  const version = /^(?:W\/)?"(\d{1,9})"$/.exec(header)?.[1];
  if (version === undefined)
    throw new Refusal(
      'unreadable',
      'If-Match must be a version in quotes, as in "3". Nothing was changed.',
    );
  return Number(version);
}

/** The UUID in `Idempotency-Key`, by which a repeated deed is known; null without one. */
export function readIdempotencyKey(request: Request): string | null {
  const header = request.headers.get('idempotency-key')?.trim().toLowerCase();
  if (header === undefined) return null;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(header)) {
    throw new Refusal('unreadable', 'Idempotency-Key must be a UUID. Nothing was changed.');
  }
  return header;
}
