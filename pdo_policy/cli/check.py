"""`pdo-policy check`: submissions in, reports out."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from pdo_policy.cli import completing
from pdo_policy.cli.checking import perform
from pdo_policy.cli.options import as_of_option, findings_file_option, lang_option, law_option, rulebook_option
from pdo_policy.cli.plain import MOST_JOBS, CheckCall
from pdo_policy.conclusion import LEVELS
from pdo_policy.reporters.view import COLOURS, GROUPINGS

if TYPE_CHECKING:
    from pdo_policy.cli.configuration import Configuration


@click.command(help="检查文件或文件夹（- 为标准输入），写出报告。", short_help="检查提交的材料。")
@click.argument("paths", nargs=-1, metavar="路径…", shell_complete=completing.files)
@click.option(
    "-f",
    "--format",
    "outputs",
    multiple=True,
    metavar="格式[:文件]",
    shell_complete=completing.formats,
    help="{formats}；可以写几次。不写文件的输出到标准输出。dossier:文件夹 写听证文件夹。",
)
@click.option(
    "--fail-on", type=click.Choice(LEVELS), default="error", show_default=True, help="达到哪一级时退出码为 1。"
)
@click.option(
    "--waivers",
    multiple=True,
    metavar="文件",
    help="豁免登记：经批准暂不整改的问题，不改变结论；样表用 pdo-policy new waivers 生成。",
)
@click.option(
    "--baseline", metavar="文件", help="基线：现有的问题，只拦新的。不改变结论；用 pdo-policy baseline create 生成。"
)
@click.option("--compare", metavar="报告", help="上次的报告（-f json 写的），写出已解决、新增和剩余的问题。")
@click.option(
    "-j",
    "--jobs",
    type=click.IntRange(0, MOST_JOBS),
    default=1,
    show_default=True,
    metavar="个数",
    help="用几个进程检查；0 是有几个处理器用几个。结果和一个进程的一样。",
)
@click.option("--stdin-ndjson", is_flag=True, help="从标准输入读，每行一份材料或一个项目的材料；和 -f ndjson 一起用。")
@click.option(
    "--changed-since",
    metavar="结果",
    help="上次的结果（-f ndjson:文件 写的）：没有变化的项目不再检查，结果照录；和 -f ndjson 一起用。",
)
@law_option
@click.option("-q", "--quiet", is_flag=True, help="只写结论和各项计数。")
@click.option(
    "--group-by",
    type=click.Choice(GROUPINGS),
    help="按文件（file）、条款（clause）或轻重（severity）分组。",
)
@click.option(
    "--no-fold",
    is_flag=True,
    help="因为缺同一份材料、同一部分，或者同一个值认不出来而得出的结论，逐项写出，不合在一起。",
)
@click.option(
    "--color",
    type=click.Choice(COLOURS),
    default="auto",
    show_default=True,
    help="颜色：auto 在终端上用；always 总用；never 不用。",
)
@findings_file_option
@as_of_option
@rulebook_option
@lang_option
@click.pass_obj
def check(configuration: Configuration, /, **given: Any) -> int:  # noqa: ANN401 - as click gives them, by the names of `CheckCall`
    """Check submissions and write reports."""
    # click gives None where an option is not written, and the call has its own words for that.
    told = {name: value for name, value in given.items() if value is not None}
    told["paths"] = given["paths"] or configuration.fields().get("paths", ())
    return perform(CheckCall(**told), configuration)
