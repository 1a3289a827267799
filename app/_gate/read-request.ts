import type { z } from 'zod';
import type { Fault } from '@/lib/refusal';
import { Refusal, absent } from '@/lib/refusal';
import { isStorable } from '@/lib/text-input';

/** Maximum size of a body in bytes, where an operation sets no other. */
const defaultMaxBytes = 2_500_000;

function refusalOf(error: z.ZodError, what: string): Refusal {
  const faults = error.issues
    .slice(0, 100)
    .map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message }));
  const first = faults[0];
  const where = first?.path ? `${first.path}: ` : '';
  return new Refusal(
    'invalid',
    `The ${what} is not valid. ${where}${first?.message ?? ''} Nothing was changed.`,
    faults,
  );
}

/** Maximum depth of nested lists and objects; no schema comes near it. */
const maxDepth = 100;

/**
 * The strings, keys included, that neither the database nor XML can store, and values nested too
 * deep.
 */
function unstorable(value: unknown, path: string, faults: Fault[], depth = 0): Fault[] {
  if (faults.length >= 10) return faults;
  if (typeof value === 'string') {
    if (!isStorable(value))
      faults.push({
        path,
        message: 'It has a NUL or half of a character (a lone surrogate) in it.',
      });
  } else if (typeof value === 'object' && value !== null) {
    if (depth === maxDepth) {
      faults.push({ path, message: `It is nested more than ${maxDepth} levels deep.` });
      return faults;
    }
    for (const [key, item] of Object.entries(value)) {
      if (!isStorable(key))
        faults.push({ path, message: 'A name in it has a NUL or a lone surrogate.' });
      // A special name in JavaScript that would be dropped silently.
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
      `The ${what} contains something that cannot be stored. Nothing was changed.`,
      faults,
    );
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw refusalOf(parsed.error, what);
  return parsed.data;
}

/**
 * The parameters of the path.
 *
 * @throws {Refusal} `absent` where one has not its form: then nothing can be there.
 */
export function readParams<Schema extends z.ZodType>(
  schema: Schema,
  params: unknown,
): z.infer<Schema> {
  const parsed = schema.safeParse(params);
  if (!parsed.success || unstorable(params, '', []).length > 0) throw absent('thing');
  return parsed.data;
}

/**
 * The query parameters; of a name given twice, the last value counts.
 *
 * @throws {Refusal} `invalid`
 */
export function readQuery<Schema extends z.ZodType>(schema: Schema, url: URL): z.infer<Schema> {
  return checked(schema, Object.fromEntries(url.searchParams), 'query');
}

/**
 * Size up to which a body that is too large is still read and discarded, in bytes: many clients
 * send all of it before they read the response, and would not see it if the connection were cut.
 */
const maxDrained = 64 * 1024 * 1024;

/**
 * The bytes of a body.
 *
 * @throws {Refusal} `too-large` where there are more than `maxBytes`.
 */
export async function bytesUpTo(request: Request, maxBytes: number): Promise<Uint8Array> {
  const tooLarge = () =>
    new Refusal(
      'too-large',
      `The body is larger than the ${maxBytes.toLocaleString('en')} bytes that are accepted here. Nothing was changed.`,
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

/**
 * The JSON body, validated by `schema`; an empty one counts as `{}`.
 *
 * @throws {Refusal} `too-large`, `unsupported`, `unreadable` or `invalid`
 */
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

/** The version in `If-Match`; null where any version is accepted. */
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

/** The UUID in `Idempotency-Key`, by which a repeated change is recognized; null without one. */
export function readIdempotencyKey(request: Request): string | null {
  const header = request.headers.get('idempotency-key')?.trim().toLowerCase();
  if (header === undefined) return null;
  if (!/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(header)) {
    throw new Refusal('unreadable', 'Idempotency-Key must be a UUID. Nothing was changed.');
  }
  return header;
}
