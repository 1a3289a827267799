import { migrate } from '@/server/migrations/migrate';

// In a separate process: Jest cannot load the schema engine.
await migrate(process.env.DATABASE_URL ?? '');
process.exit(0);
