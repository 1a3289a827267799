import { forbidden } from '@/lib/refusal';

/** A user's progress with one of a project's calibration articles. */
export type Learning = {
  articleId: string;
  title: string;
  /** Whether the consensus was made of their own annotations, among others. */
  isSource: boolean;
  attempts: number;
  /** Whether any attempt reached the pass mark that applied then. */
  hasPassed: boolean;
};

/**
 * Whether the user is measured by this article: not by a consensus that was made of their own
 * annotations.
 */
export function isLearner({ isSource, attempts }: Learning): boolean {
  return attempts > 0 || !isSource;
}

/** The calibration articles that the user has yet to pass. */
export function yetToPass(learning: readonly Learning[]): Learning[] {
  return learning.filter((one) => isLearner(one) && !one.hasPassed);
}

/**
 * Requires that no calibration article is left to pass.
 *
 * @throws {Refusal} `forbidden`, naming up to five of them.
 */
export function requirePassed(learning: readonly Learning[]): void {
  const left = yetToPass(learning);
  if (left.length === 0) return;
  const named = left.slice(0, 5).map(({ title }) => `“${title}”`);
  const more = left.length > named.length ? ` and ${left.length - named.length} more` : '';
  throw forbidden(
    `Please label ${named.join(', ')}${more} first: in this project new analysts begin with the calibration articles, and annotate others once they have passed them. Nothing was changed.`,
  );
}
