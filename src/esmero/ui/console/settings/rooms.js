/** The rooms of the settings, and who may enter them. */

/**
 * @typedef {object} RoomEntry
 * @property {string} name in the address, and in the id of its title
 * @property {string} icon
 * @property {'yours' | 'desk'} part
 * @property {string} [permission]
 */

/** @type {readonly RoomEntry[]} */
export const ROOMS = Object.freeze([
  { name: 'me', icon: 'person', part: 'yours' },
  { name: 'notices', icon: 'bell', part: 'yours' },
  { name: 'sessions', icon: 'screen', part: 'yours' },
  { name: 'inboxes', icon: 'tray', part: 'desk', permission: 'manage_inboxes' },
  { name: 'sender', icon: 'send', part: 'desk', permission: 'manage_inboxes' },
  { name: 'senders', icon: 'block', part: 'desk', permission: 'block_customers' },
  { name: 'agents', icon: 'people', part: 'desk', permission: 'manage_agents' },
  { name: 'teams', icon: 'link', part: 'desk', permission: 'manage_teams' },
  { name: 'labels', icon: 'tag', part: 'desk', permission: 'manage_labels' },
  { name: 'tokens', icon: 'key', part: 'desk', permission: 'manage_tokens' },
]);

/**
 * @param {readonly string[]} permissions of the agent
 * @returns {RoomEntry[]}
 */
export function roomsFor(permissions) {
  return ROOMS.filter(({ permission }) => !permission || permissions.includes(permission));
}

/**
 * @param {string} path below the console: `/settings/inboxes/3`
 * @returns {{room: string | null, item: string}} null at the door of the settings, where a phone shows the list alone
 */
export function roomOf(path) {
  const [, , name = '', item = ''] = path.split('/');
  return { room: ROOMS.some((one) => one.name == name) ? name : null, item };
}
