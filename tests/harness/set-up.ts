import { migratedDatabase } from './migrated-database';

/** Once before all tests: the database that every worker begins with. */
export default async function setUp(): Promise<void> {
  process.env.PARALLAX_TEST_DATABASE = await migratedDatabase(process.cwd());
}
