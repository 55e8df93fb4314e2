package dev.sayso.platform.web;

/** What the layout needs of a page. */
public record Page(Words words, Assets assets, String title) {
    public String asset(String name) {
        return assets.path(name);
    }
}
