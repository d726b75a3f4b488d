/** The emoji that are offered, by mood and then by matter. */

export const EMOJI = [
  ...'😀😄😁😅😂🙂😉😊😍😎🤔😐😕🙁😟😢😠🤒🤗🙏',
  ...'👍👎👌👏👋🤝💪🤞👀🎉🎁🌸💐⭐💡✅❌⏰📦📷📞💬',
  '❤️', '☀️', '⚠️', '✈️',
];
