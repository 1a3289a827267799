import { migratedDatabase } from './migrated-database';
import { setUpStep } from './set-up-step';

/** Runs once before all tests: creates the database that every worker starts with. */
export default async function setUp(): Promise<void> {
  // If Jest was not started by npm test.
  process.env.PARALLAX_PROGRAMS ??= await setUpStep('programs');
  process.env.PARALLAX_TEST_DATABASE = await migratedDatabase(process.cwd());
}
