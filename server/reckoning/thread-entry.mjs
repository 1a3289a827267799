import { register as registerCommon } from 'tsx/cjs/api';
import { register } from 'tsx/esm/api';

// A thread does not take over what --import has done for the process, so it learns TypeScript itself.
registerCommon();
register();
const { default: reckon } = await import('./reckoning-thread.ts');

export default reckon;
