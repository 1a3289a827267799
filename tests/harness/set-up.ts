import { migratedDatabase } from './migrated-database';
import { setUpStep } from './set-up-step';

/** Once before all tests: the database that every worker begins with. */
export default async function setUp(): Promise<void> {
  // Where Jest was not started by npm test.
  process.env.PARALLAX_PROGRAMS ??= await setUpStep('programs');
  process.env.PARALLAX_TEST_DATABASE = await migratedDatabase(process.cwd());
}
