import type { Role } from '../contract/primitives.ts';
import type { Relation } from './relations.ts';
import type { RouteName } from './route-name.ts';

/** Always, or when one of the relations holds. A role that is not named may not. */
type Grant = 'always' | readonly Relation[];
/** `anyone` needs no session. Admins may do everything. */
export type Rule = 'anyone' | 'signedIn' | Partial<Record<Exclude<Role, 'admin'>, Grant>>;

const drawing: Rule = { ops: 'always' };
const reading: Rule = { ops: 'always', manager: 'always', sales: 'always' };
/** Writes of a deal: managers on all, salespeople on their own. */
const ownDeal: Rule = { manager: 'always', sales: ['dealOwner'] };
const worker = ['taskWorker'] as const;
const workerOrOwner = ['taskWorker', 'dealOwner'] as const;
const working: Rule = { ops: worker, manager: 'always', sales: worker, member: worker };
const seeingTask: Rule = {
  ops: 'always',
  manager: 'always',
  sales: workerOrOwner,
  member: worker,
};

/**
 * Who may call what: the one place. A route without a row does not compile, and a role that a row
 * does not name is refused.
 */
export const policy: Record<RouteName, Rule> = {
  'session.get': 'signedIn',
  'session.signIn': 'anyone',
  /** Answers nobody, and signs nobody in, except in a demo installation. */
  'session.demoPeople': 'anyone',
  'session.demoSignIn': 'anyone',
  /** By the current password. */
  'session.changePassword': 'signedIn',
  /** By the token of a link. */
  'session.resetPassword': 'anyone',
  'session.signOut': 'anyone',
  'status.health': 'anyone',
  'status.status': { ops: 'always' },
  'status.retry': { ops: 'always' },

  'processes.list': reading,
  'processes.get': reading,
  'processes.versions': reading,
  'processes.version': reading,
  'processes.directory': reading,
  'processes.create': drawing,
  'processes.saveDraft': drawing,
  'processes.impact': drawing,
  'processes.publish': drawing,
  'processes.restore': drawing,
  'processes.pause': drawing,
  'processes.resume': drawing,

  'deals.board': reading,
  'deals.list': reading,
  'deals.intake': reading,
  'deals.get': reading,
  'deals.timeline': reading,
  'deals.create': { manager: 'always', sales: 'always' },
  'deals.move': ownDeal,
  'deals.setFields': ownDeal,
  'deals.setOwner': { manager: 'always' },
  'deals.event': ownDeal,
  'deals.endWait': ownDeal,
  'deals.addItem': ownDeal,
  'deals.acknowledge': { ops: 'always', manager: 'always', sales: ['dealOwner'] },
  'deals.takeBackNote': { ops: 'always', manager: 'always', sales: ['dealOwner'] },
  'deals.hold': ownDeal,
  'deals.resume': ownDeal,
  'deals.arm': ownDeal,
  'deals.reopen': ownDeal,
  'deals.decideMail': { ops: 'always', manager: 'always', sales: ['dealOwner'] },
  'deals.resolveIncident': { ops: 'always', manager: 'always' },

  'tasks.list': 'signedIn',
  'tasks.counts': 'signedIn',
  'tasks.get': seeingTask,
  'tasks.claim': working,
  'tasks.release': working,
  'tasks.saveDraft': working,
  'tasks.complete': working,
  'tasks.request': ownDeal,
  'tasks.notNeeded': ownDeal,
  /** Who is one of the approvers is asked by the command. */
  'tasks.decide': seeingTask,
  'tasks.pause': working,
  'tasks.resume': working,
  'tasks.waive': { manager: 'always' },

  /** One's own, and for managers everybody's: the command asks whose. */
  'absences.people': 'signedIn',
  'absences.list': 'signedIn',
  'absences.create': 'signedIn',
  'absences.update': 'signedIn',
  'absences.remove': 'signedIn',

  'notifications.list': 'signedIn',
  'notifications.read': 'signedIn',

  /** Whoever edits departments chooses their members. */
  'admin.people': { ops: 'always' },
  'admin.createPerson': {},
  'admin.updatePerson': {},
  'admin.openWork': {},
  'admin.sendResetLink': {},
  'admin.departments': { ops: 'always' },
  'admin.createDepartment': { ops: 'always' },
  'admin.updateDepartment': { ops: 'always' },
  'admin.calendars': { ops: 'always' },
  'admin.createCalendar': { ops: 'always' },
  'admin.updateCalendar': { ops: 'always' },
  'admin.holidayPlaces': { ops: 'always' },
  'admin.holidays': { ops: 'always' },

  'devMail.list': 'signedIn',
  'devMail.get': 'signedIn',

  'files.upload': {
    ops: worker,
    manager: 'always',
    sales: workerOrOwner,
    member: worker,
  },
  'files.download': { ops: 'always', manager: 'always', sales: 'always', member: ['fileReader'] },
  'files.remove': {
    ops: ['fileUploader'],
    manager: ['fileUploader'],
    sales: ['fileUploader'],
    member: ['fileUploader'],
  },
  'live.open': 'signedIn',
};
