import type { SecondFactorView } from './second-factor';

/** What a person's own page knows of how they sign in. */
export type AccountView = {
  secondFactor: SecondFactorView;
  name: string;
  email: string;
  /** Whether they can sign in by a password. */
  hasPassword: boolean;
};
