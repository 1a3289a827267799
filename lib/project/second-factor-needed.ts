import { Refusal } from '@/lib/refusal';

/** Refuses a member of a project that asks for a second factor, who has none: whatever their role. */
export function secondFactorNeeded(): Refusal {
  const message =
    'This project is open only to members with a second factor, and you have none. Set one up on your account page, then come back. Nothing was changed.';
  return new Refusal('forbidden', message, [], undefined, 'second-factor-needed');
}
