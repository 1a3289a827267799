import type { Learning } from '@/lib/annotation/learning';

/** A project's calibration articles as the project's page shows them to one person. */
export type CalibrationBoard = {
  /** All that are not archived, by title. */
  articles: Learning[];
  /** Those that this person is to label first: measured there, and not passed yet. */
  first: Learning[];
  /** Whether they may begin no other article before. */
  isGated: boolean;
  /** Of the articles that the page lists those that are settled, for those who may mark them; null for others. */
  markable: string[] | null;
};
