import nextJest from 'next/jest.js';

const withNext = nextJest({ dir: '.' });

export default withNext({
  testEnvironment: 'node',
  roots: ['<rootDir>/tests'],
  moduleNameMapper: { '^@/(.*)$': '<rootDir>/$1' },
});
