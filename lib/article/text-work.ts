import type { Computation } from '@/lib/compute/computation';
import { compute } from '@/lib/compute/compute';
import { Refusal } from '@/lib/refusal';

/** Maximum number of large texts of one person that are processed at once. */
const maxWorksPerPerson = 2;

/** Length up to which a text takes milliseconds whatever it contains, in UTF-16 code units. */
const maxSmallText = 10_000;

/** Seconds after which a retry makes sense. */
const retryAfter = 5;

const held = globalThis as { parallaxTextWorks?: Map<string, number> };
const works = () => (held.parallaxTextWorks ??= new Map<string, number>());

/**
 * Runs a computation on a whole text: small texts in this process, others in the worker pool.
 * `size` is the length of the text in UTF-16 code units, or of its state in bytes;
 * `detectsLanguage` says whether its language is detected.
 *
 * @throws {Refusal} `too-many` where two large texts of this person are being processed already (no
 * such limit with `userId` null), and what `compute` throws.
 */
export async function workOnText<Input, Result>(
  computation: Computation<Input, Result>,
  input: Input,
  {
    userId,
    size,
    detectsLanguage = false,
  }: { userId: string | null; size: number; detectsLanguage?: boolean },
): Promise<Result> {
  // The language detector is large: only workers load it.
  if (size <= maxSmallText) return compute(computation, input, { isSmall: !detectsLanguage });
  if (userId === null) return compute(computation, input);
  const own = works().get(userId) ?? 0;
  if (own >= maxWorksPerPerson)
    throw new Refusal(
      'too-many',
      `${maxWorksPerPerson} of your texts are being worked on already. Nothing was changed; please try again when one of them is done.`,
      [],
      retryAfter,
    );
  works().set(userId, own + 1);
  try {
    return await compute(computation, input, { userId });
  } finally {
    const left = (works().get(userId) ?? 1) - 1;
    if (left > 0) works().set(userId, left);
    else works().delete(userId);
  }
}
