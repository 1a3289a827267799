import { forbidden } from '@/lib/refusal';

/** How far somebody is with one of a project's calibration articles. */
export type Learning = {
  articleId: string;
  title: string;
  /** Whether the reading that they have there, if any, was one of those that the consensus was made of. */
  isSource: boolean;
  attempts: number;
  /** Whether any attempt reached what the project asked for then. */
  hasPassed: boolean;
};

/** Whether somebody is measured there: not by a consensus that was made of their own reading. */
export function isLearner({ isSource, attempts }: Learning): boolean {
  return attempts > 0 || !isSource;
}

/** Those of the calibration articles that somebody has yet to pass. */
export function yetToPass(learning: readonly Learning[]): Learning[] {
  return learning.filter((one) => isLearner(one) && !one.hasPassed);
}

/** Refuses who has yet to pass calibration articles, and says which. */
export function requirePassed(learning: readonly Learning[]): void {
  const left = yetToPass(learning);
  if (left.length === 0) return;
  const named = left.slice(0, 5).map(({ title }) => `“${title}”`);
  const more = left.length > named.length ? ` and ${left.length - named.length} more` : '';
  throw forbidden(
    `Please label ${named.join(', ')}${more} first: in this project new analysts begin with the calibration articles, and annotate others once they have passed them. Nothing was changed.`,
  );
}
