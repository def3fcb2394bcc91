import { automatic, kindRules, none } from '../kind-rules.ts';

/** What commands know about the kind `leave`. */
export const leaveRules = kindRules<'leave'>({
  ...automatic,
  canBeMandatory: false,
  leavesStage: true,
  name: 'Leave',
  make: (id) => ({ id, kind: 'leave', name: 'Leave the stage', mandatory: false, to: 'lost' }),
  whyPortStays: none,
  takePort: none,
  portCondition: none,
  renameSteps: none,
  neededFields: [],
});
