// Times and sizes as a chat prints them. Values in, text out.

import { locale, word } from "./words.js";

/** A message's moment: the stand-in sends Unix seconds. */
function moment(date) {
  return new Date(date * 1000);
}

/** Hours and minutes. */
export function clockTime(date) {
  return moment(date).toLocaleTimeString(locale(), { hour: "2-digit", minute: "2-digit", hourCycle: "h23" });
}

/** The line between two days of a chat. */
export function dayName(date) {
  const day = moment(date);
  if (day.toDateString() === new Date().toDateString()) return word("today");
  const withYear = day.getFullYear() === new Date().getFullYear() ? {} : { year: "numeric" };
  return day.toLocaleDateString(locale(), { month: "long", day: "numeric", ...withYear });
}

/** The calendar day, for comparing. */
export function dayKey(date) {
  return moment(date).toDateString();
}

/** Bytes in the unit a person reads. */
export function fileSize(bytes) {
  if (bytes === undefined || bytes === null) return "";
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** Seconds as minutes and seconds. */
export function duration(seconds) {
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

/** The first line of a text, for quotes and announcements. */
export function firstLine(text, most = 80) {
  const line = (text ?? "").trim().split("\n", 1)[0];
  return line.length > most ? `${line.slice(0, most - 1)}…` : line;
}
