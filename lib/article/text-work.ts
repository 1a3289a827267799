import type { Computation } from '@/lib/compute/computation';
import { compute } from '@/lib/compute/compute';
import { Refusal } from '@/lib/refusal';

/** How many large texts of one person are worked on at once. */
const maxWorksPerPerson = 2;

/** A text up to so many UTF-16 code units takes milliseconds, whatever is in it. */
const maxSmallText = 10_000;

/** Seconds after which asking again makes sense. */
const retryAfter = 5;

const held = globalThis as { parallaxTextWorks?: Map<string, number> };
const works = () => (held.parallaxTextWorks ??= new Map<string, number>());

/**
 * Does work on a whole text by the pool, small ones at once and here. `size` is the text's length in
 * UTF-16 code units, or bytes of what holds it; `detectsLanguage`, whether its language is to be told.
 *
 * @throws {Refusal} `too-many` where two large texts of this person are worked on already, and what
 * `compute` refuses. Without a person there is no such bound.
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
  // What tells languages is large: only workers have it.
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
