/** What Ibutsu keeps. */
package dev.headway.examples.ibutsu.models;
